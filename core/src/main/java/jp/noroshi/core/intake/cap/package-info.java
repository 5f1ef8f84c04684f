/** Common Alerting Protocol 1.2 and 1.1, alone or in an envelope (Atom, EDXL-DE, a list). */
package jp.noroshi.core.intake.cap;
