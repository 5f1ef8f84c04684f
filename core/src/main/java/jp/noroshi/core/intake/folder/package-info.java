/** A watched folder. */
package jp.noroshi.core.intake.folder;
