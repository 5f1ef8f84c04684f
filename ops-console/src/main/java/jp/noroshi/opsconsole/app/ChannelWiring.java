package jp.noroshi.opsconsole.app;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.channels.fcm.FcmChannel;
import jp.noroshi.channels.line.LineChannel;
import jp.noroshi.channels.radio.BroadcastLog;
import jp.noroshi.channels.radio.HttpMasterStation;
import jp.noroshi.channels.radio.RadioChannel;
import jp.noroshi.channels.radio.RadioConfig;
import jp.noroshi.channels.radio.RadioJob;
import jp.noroshi.channels.radio.RadioProgress;
import jp.noroshi.channels.voice.Callees.Callee;
import jp.noroshi.channels.voice.VoiceChannel;
import jp.noroshi.channels.web.WebChannel;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.gis.register.RegisterRefusedException;
import jp.noroshi.shelters.talk.PhoneNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the channels the settings name; the residents' page is always one of them.
 *
 * @param channels at most one per medium
 * @param radio follows broadcasts, if there is a radio
 */
record ChannelWiring(List<Channel> channels, Optional<RadioProgress> radio) {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelWiring.class);
  private static final Duration ASK_STATIONS_EVERY = Duration.ofSeconds(2);

  static ChannelWiring wire(
      HubConfig config, CoreWiring core, PhoneNumbers numbers, Vertx vertx, Clock clock) {
    List<Channel> channels = new ArrayList<>();
    channels.add(new WebChannel(config.mode(), core.chronology(), clock));
    config.line().ifPresent(line -> channels.add(new LineChannel(config.mode(), line, clock)));
    config.fcm().ifPresent(fcm -> channels.add(new FcmChannel(config.mode(), fcm, vertx, clock)));
    config
        .voice()
        .ifPresent(
            voice ->
                channels.add(
                    new VoiceChannel(
                        config.mode(), voice, address -> callee(numbers, address), clock)));
    Optional<Radio> radio = config.radio().map(settings -> radio(settings, config, core, clock));
    radio.ifPresent(made -> channels.add(made.channel()));
    return new ChannelWiring(List.copyOf(channels), radio.map(Radio::progress));
  }

  private static Callee callee(PhoneNumbers numbers, String address) {
    try {
      return numbers.find(address).<Callee>map(Callee.At::new).orElseGet(Callee.Nowhere::new);
    } catch (RegisterRefusedException e) {
      LOG.warn("somebody cannot be telephoned now: {}", e.reason());
      return new Callee.Closed();
    }
  }

  private record Radio(RadioChannel channel, RadioProgress progress) {}

  private static Radio radio(RadioConfig settings, HubConfig config, CoreWiring core, Clock clock) {
    HttpMasterStation station = new HttpMasterStation(settings);
    RadioProgress progress =
        new RadioProgress(
            station, ASK_STATIONS_EVERY, new BroadcastLog(core.chronology(), clock), clock);
    RadioChannel channel =
        new RadioChannel(config.mode(), settings, station, progress, id -> basis(core, id), clock);
    return new Radio(channel, progress);
  }

  private static RadioJob.Basis basis(CoreWiring core, UUID dispatchId) {
    return core.dispatch()
        .drafts()
        .find(dispatchId)
        .map(
            dispatch ->
                new RadioJob.Basis(
                    dispatchId.toString(), dispatch.approver(), dispatch.approvedAt()))
        .orElseGet(
            () -> new RadioJob.Basis(dispatchId.toString(), Optional.empty(), Optional.empty()));
  }
}
