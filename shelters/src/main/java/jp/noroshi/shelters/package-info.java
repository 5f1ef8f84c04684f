/** The room for shelters: opening, check-in, tally and the response to an order. Still empty. */
package jp.noroshi.shelters;
