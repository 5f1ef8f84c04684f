/** The telephone: one call for one person, through Twilio Programmable Voice. */
package jp.noroshi.channels.voice;
