/**
 * The residents' page as a medium, and live events to browsers (SSE) that neither lose nor repeat.
 */
package jp.noroshi.channels.web;
