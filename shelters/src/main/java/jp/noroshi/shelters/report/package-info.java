/** Figures for the prefecture and for whoever brings supplies: anonymous. */
package jp.noroshi.shelters.report;
