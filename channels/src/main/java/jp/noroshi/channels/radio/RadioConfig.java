package jp.noroshi.channels.radio;

import java.net.URI;
import java.time.Duration;
import jp.noroshi.core.config.Secret;

/**
 * How a master station is reached and used.
 *
 * @param address its HTTP address, without the path {@code /v1}
 * @param token the bearer token
 * @param acceptWithin how long it may take to accept a job (usual: 5 s)
 * @param allowSirensInDrills whether the site lets legal sirens sound in a drill; the law forbids
 *     misleading signals, so the default is no
 * @param staggered whether neighbouring stations speak in turn
 * @param forceIndoorVolume whether emergencies override the volume of indoor receivers
 */
public record RadioConfig(
    URI address,
    Secret token,
    Duration acceptWithin,
    boolean allowSirensInDrills,
    boolean staggered,
    boolean forceIndoorVolume) {}
