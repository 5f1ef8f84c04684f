/** Well-formed XML without its dangers: no DTDs, no entities, no wrong encodings, no depth. */
package jp.noroshi.core.intake.xml;
