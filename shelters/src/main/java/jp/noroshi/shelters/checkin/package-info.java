/**
 * Who came to a shelter and who left it. Everything is an event that a tablet or the hub made once;
 * who is where follows from the set of events, whatever the order in which they came.
 */
package jp.noroshi.shelters.checkin;
