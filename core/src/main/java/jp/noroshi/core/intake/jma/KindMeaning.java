package jp.noroshi.core.intake.jma;

import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;

/** What a kind code stands for in the telegrams of one type. */
record KindMeaning(Hazard hazard, Optional<AlertLevel> level) {}
