/**
 * The way in: sources hand over bytes, readers understand them, the intake keeps and links them.
 */
package jp.noroshi.core.intake;
