/** LINE: multicast, broadcast and quota of the official account, through the official SDK. */
package jp.noroshi.channels.line;
