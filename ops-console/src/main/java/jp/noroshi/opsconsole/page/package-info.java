/** The residents' page: rendered here, readable without JavaScript, kept fresh by live events. */
package jp.noroshi.opsconsole.page;
