package jp.noroshi.core.alert;

import java.util.Optional;

/**
 * What is said about an area.
 *
 * @param code the sender's code as spelled, empty where it has none
 * @param name the sender's name (「レベル４土砂災害危険警報」), empty for {@link KindState#NONE}
 * @param hazard what threatens
 * @param level 警戒レベル相当, only where the law knows one and the code table of this telegram type says
 *     so
 * @param state what this message does to the kind
 */
public record AlertKind(
    String code, String name, Hazard hazard, Optional<AlertLevel> level, KindState state) {}
