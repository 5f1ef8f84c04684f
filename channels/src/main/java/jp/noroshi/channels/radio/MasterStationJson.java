package jp.noroshi.channels.radio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jp.noroshi.core.message.Rendering.Radio.Priority;

/** How jobs and answers are written on the wire: camel-case words, ISO 8601 times. */
public final class MasterStationJson {

  private MasterStationJson() {}

  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  private abstract static class CamelCaseWords {}

  /** Returns a new mapper; mappers are thread-safe once configured. */
  public static ObjectMapper newMapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addMixIn(Priority.class, CamelCaseWords.class)
        .addMixIn(RadioJob.JobMode.class, CamelCaseWords.class)
        .addMixIn(JobState.class, CamelCaseWords.class)
        .addMixIn(StationState.class, CamelCaseWords.class)
        .addMixIn(MasterStation.Submission.Reason.class, CamelCaseWords.class)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        // A console of a newer version may say more than we read.
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
        .build();
  }
}
