package jp.noroshi.opsconsole.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.noroshi.channels.fcm.FcmConfig;
import jp.noroshi.channels.line.LineConfig;
import jp.noroshi.channels.radio.RadioConfig;
import jp.noroshi.channels.voice.VoiceConfig;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.config.SettingsFile;
import jp.noroshi.core.intake.IntakeSettings;
import jp.noroshi.core.intake.feed.JmaFeedSettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.gis.register.ListingRules;
import jp.noroshi.gis.route.UsualPace;
import jp.noroshi.shelters.opening.ShelterSettings;
import jp.noroshi.shelters.response.ResponseSettings;

/**
 * Everything a hub is told at its start: one YAML file, annotated in {@code config/noroshi.yaml}.
 * Secrets are references. Paths are relative to the file.
 *
 * @param mode live or drill, for the whole life of the hub
 * @param municipality the municipality's settings
 * @param districts outlines of its districts, GeoJSON
 * @param templates directory of the texts
 * @param sirens the site's table of siren signals
 * @param intakeRules what is ignored, drafted or sent
 * @param http how it is reached
 * @param intake where alerts come from
 * @param line absent: LINE is not used
 * @param fcm absent: push is not used
 * @param radio absent: the radio is not used
 * @param voice absent: nobody is telephoned
 * @param register absent: extracts list nobody, and the register's keys are kept in the data
 *     directory
 * @param roads absent: ways are shown as straight lines
 * @param baseMap what lies under the staff's map; absent: nothing but the hub's own paper
 * @param shelters how shelters are judged and told of; absent: the usual
 * @param response how people who need assistance are called up; absent: the usual
 */
public record HubConfig(
    Mode mode,
    Path municipality,
    Path districts,
    Path templates,
    Path sirens,
    Path intakeRules,
    Http http,
    Intake intake,
    Optional<LineConfig> line,
    Optional<FcmConfig> fcm,
    Optional<RadioConfig> radio,
    Optional<VoiceConfig> voice,
    Optional<Register> register,
    Optional<Roads> roads,
    Optional<BaseMap> baseMap,
    Optional<ShelterSettings> shelters,
    Optional<ResponseSettings> response) {

  /**
   * How the hub is reached.
   *
   * @param host the address to listen on; absent: 127.0.0.1
   * @param port absent: 8080; 0 = any free one
   * @param behindProxy whether a proxy in front ends TLS and its forwarding headers may be believed
   * @param allowPlainHttp whether staff may sign in from another machine without TLS
   */
  public record Http(String host, Integer port, boolean behindProxy, boolean allowPlainHttp) {
    /** Fills in what is absent. */
    public Http {
      host = host == null ? "127.0.0.1" : host;
      port = port == null ? 8080 : port;
    }
  }

  /**
   * Where alerts come from, besides HTTP, which is always open to whoever has a token.
   *
   * @param followJmaFeed whether to follow JMA's Atom feeds; absent: in live mode yes, in a drill
   *     no
   * @param jmaFeed how they are read; absent: as JMA asks, every telegram the hub can read
   * @param watchFolder whether to watch the inbox in the data directory; absent: yes
   */
  public record Intake(
      Optional<Boolean> followJmaFeed,
      Optional<JmaFeedSettings> jmaFeed,
      Optional<Boolean> watchFolder) {
    /** Fills in what is absent. */
    public Intake {
      followJmaFeed = followJmaFeed == null ? Optional.empty() : followJmaFeed;
      jmaFeed = jmaFeed == null ? Optional.empty() : jmaFeed;
      watchFolder = watchFolder == null ? Optional.empty() : watchFolder;
    }
  }

  /**
   * The register of people who need assistance.
   *
   * @param rules whom it lists
   * @param keys where its keys are; absent: in the data directory, made at the first start
   */
  public record Register(Path rules, Optional<Secret> keys) {
    /** Fills in what is absent. */
    public Register {
      require(rules, "register.rules");
      keys = keys == null ? Optional.empty() : keys;
    }
  }

  /**
   * The network of roads.
   *
   * @param file an extract of OpenStreetMap: .osm.pbf, .osm or .osm.gz
   * @param heights a GeoTIFF, ArcGrid or SRTM file, or a directory of them, for the slopes; absent:
   *     only what the extract itself says
   * @param pace how fast people get on; absent: ours
   */
  public record Roads(Path file, Optional<Path> heights, Optional<UsualPace> pace) {
    /** Checks that there is a file. */
    public Roads {
      require(file, "roads.file");
      heights = heights == null ? Optional.empty() : heights;
      pace = pace == null ? Optional.empty() : pace;
    }
  }

  /**
   * What lies under the staff's map.
   *
   * @param gsi whether browsers may ask 国土地理院 for its tiles
   * @param city a map of the municipality that the hub serves itself
   */
  public record BaseMap(boolean gsi, Optional<City> city) {
    /** Fills in what is absent. */
    public BaseMap {
      city = city == null ? Optional.empty() : city;
    }

    /**
     * A map of the municipality in one file.
     *
     * @param file a PMTiles archive
     * @param attribution whom it must name
     */
    public record City(Path file, String attribution) {
      /** Checks that nothing is missing. */
      public City {
        require(file, "baseMap.city.file");
        require(attribution, "baseMap.city.attribution");
      }
    }
  }

  /**
   * Fills in what is absent.
   *
   * @throws IllegalArgumentException when something that has no default is missing
   */
  public HubConfig {
    require(mode, "mode (LIVE or DRILL)");
    require(municipality, "municipality");
    require(districts, "districts");
    require(templates, "templates");
    require(sirens, "sirens");
    require(intakeRules, "intakeRules");
    http = http == null ? new Http(null, null, false, false) : http;
    intake =
        intake == null ? new Intake(Optional.empty(), Optional.empty(), Optional.empty()) : intake;
    line = line == null ? Optional.empty() : line;
    fcm = fcm == null ? Optional.empty() : fcm;
    radio = radio == null ? Optional.empty() : radio;
    voice = voice == null ? Optional.empty() : voice;
    register = register == null ? Optional.empty() : register;
    roads = roads == null ? Optional.empty() : roads;
    baseMap = baseMap == null ? Optional.empty() : baseMap;
    shelters = shelters == null ? Optional.empty() : shelters;
    response = response == null ? Optional.empty() : response;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it is missing or wrong; the message says where and what
   */
  public static HubConfig load(Path file) {
    return SettingsFile.read(file, HubConfig.class);
  }

  /** Tells whether JMA's feeds are followed. */
  public boolean followsJmaFeed() {
    return intake.followJmaFeed().orElse(mode == Mode.LIVE);
  }

  /** Returns the same settings with another patience in responses. */
  public HubConfig answeredWithin(ResponseSettings other) {
    return with(http, Optional.of(other));
  }

  /** Returns the same settings listening elsewhere. */
  public HubConfig listeningOn(int port) {
    return with(new Http(http.host(), port, http.behindProxy(), http.allowPlainHttp()), response);
  }

  private HubConfig with(Http otherHttp, Optional<ResponseSettings> otherResponse) {
    return new HubConfig(
        mode,
        municipality,
        districts,
        templates,
        sirens,
        intakeRules,
        otherHttp,
        intake,
        line,
        fcm,
        radio,
        voice,
        register,
        roads,
        baseMap,
        shelters,
        otherResponse);
  }

  /**
   * Reads every file and secret it refers to, without starting anything.
   *
   * @throws RuntimeException with the first thing that is missing or wrong
   */
  public void check() {
    MunicipalitySettings settings = MunicipalitySettings.load(municipality);
    var _ = MessageTemplates.load(templates, settings.languages());
    var _ = SirenTable.load(sirens);
    var _ = IntakeSettings.load(intakeRules);
    line.ifPresent(config -> config.channelToken().reveal());
    line.flatMap(LineConfig::findChannelSecret).ifPresent(Secret::reveal);
    fcm.ifPresent(config -> config.serviceAccount().reveal());
    radio.ifPresent(config -> config.token().reveal());
    voice.ifPresent(config -> config.authToken().reveal());
    register.ifPresent(config -> ListingRules.load(config.rules()));
    roads.ifPresent(
        config -> {
          requireReadable("roads.file", config.file());
          config.heights().ifPresent(path -> requireReadable("roads.heights", path));
        });
    baseMap
        .flatMap(BaseMap::city)
        .ifPresent(city -> requireReadable("baseMap.city.file", city.file()));
  }

  private static void requireReadable(String setting, Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(setting + ": " + file + " cannot be read");
    }
  }

  private static void require(Object value, String setting) {
    if (value == null) {
      throw new IllegalArgumentException(setting + ": is missing");
    }
  }
}
