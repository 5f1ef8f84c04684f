/**
 * What comes in as a file: a proposal that shows what would change, the approval of a second
 * person, and the way back.
 */
package jp.noroshi.gis.imports;
