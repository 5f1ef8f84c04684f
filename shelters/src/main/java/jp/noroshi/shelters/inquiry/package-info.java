/**
 * Relatives and others ask after somebody (安否照会, 災害対策基本法86条の15): what may be answered to whom, and
 * what was. Nobody is ever found here by the public.
 */
package jp.noroshi.shelters.inquiry;
