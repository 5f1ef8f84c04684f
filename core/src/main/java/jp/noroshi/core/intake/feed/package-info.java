/** The JMA Atom feeds, read as a good client reads them. */
package jp.noroshi.core.intake.feed;
