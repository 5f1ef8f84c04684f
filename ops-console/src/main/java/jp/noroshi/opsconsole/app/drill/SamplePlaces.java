package jp.noroshi.opsconsole.app.drill;

import java.nio.file.Path;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.opsconsole.api.Places;

/**
 * Everything invented that lies somewhere in the sample municipality: hazard zones, sites,
 * facilities, residents.
 *
 * @param sample the directory of the sample municipality
 */
public record SamplePlaces(Path sample) {

  /** Brings in what is not there yet. Blocking. */
  public void load(Places places) {
    new SampleFiles(ImportKind.HAZARDS, sample.resolve("hazards")).load(places.imports());
    new SampleSites(sample.resolve("sites.csv")).load(places);
    new SampleOpenings(places).load();
    new SampleFiles(ImportKind.FACILITIES, sample.resolve("facilities")).load(places.imports());
    new SampleResidents(sample.resolve("roads.osm.gz")).load(places.residents());
  }
}
