/** Push to phones through Firebase Cloud Messaging, through the official Admin SDK. */
package jp.noroshi.channels.fcm;
