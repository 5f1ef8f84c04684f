/** The places where people are taken in or counted, and the course of their opening. */
package jp.noroshi.shelters.opening;
