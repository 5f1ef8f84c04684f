/** What leaves the office on paper: A4, black and white, readable without any device. */
package jp.noroshi.opsconsole.paper;
