/** How many are where, in the classes that are reported, as of when. */
package jp.noroshi.shelters.tally;
