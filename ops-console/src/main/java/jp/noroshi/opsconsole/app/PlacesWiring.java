package jp.noroshi.opsconsole.app;

import java.util.List;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.AreaSetImportReader;
import jp.noroshi.gis.area.AreaSetImportTarget;
import jp.noroshi.gis.area.AreaSets;
import jp.noroshi.gis.area.DistrictImportReader;
import jp.noroshi.gis.area.DistrictImportTarget;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardImportReader;
import jp.noroshi.gis.hazard.HazardImportTarget;
import jp.noroshi.gis.hazard.HazardLayers;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.opendata.FacilityImportReader;
import jp.noroshi.gis.opendata.SiteImportReader;
import jp.noroshi.gis.population.FacilityImportTarget;
import jp.noroshi.gis.population.Residents;
import jp.noroshi.gis.site.SiteDescriptions;
import jp.noroshi.gis.site.SiteImportTarget;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.gis.targeting.WhoIsInside;
import jp.noroshi.opsconsole.api.Places;
import jp.noroshi.shelters.opening.Occupancy;
import jp.noroshi.shelters.opening.Openings;
import jp.noroshi.shelters.opening.ShelterBoard;
import jp.noroshi.shelters.opening.ShelterSettings;
import jp.noroshi.shelters.opening.Shelters;

/** Places, and what comes in about them as files. */
final class PlacesWiring {

  private PlacesWiring() {}

  /** Knows the shelters: what check-in stands on. */
  static Shelters shelters(
      HubConfig config,
      MunicipalitySettings municipality,
      Districts districts,
      CoreWiring core,
      Hub.Surroundings around) {
    return new Shelters(
        around.database(),
        core.chronology(),
        config.mode(),
        around.clock(),
        sites(municipality, around),
        districts);
  }

  private static Sites sites(MunicipalitySettings municipality, Hub.Surroundings around) {
    return new Sites(
        around.database(), municipality.squareMetresPerPerson().orElse(Sites.USUAL_SQUARE_METRES));
  }

  static Places wire(
      HubConfig config,
      MunicipalitySettings municipality,
      Shelters shelters,
      Occupancy occupancy,
      CoreWiring core,
      Hub.Surroundings around) {
    Database database = around.database();
    Openings openings = new Openings(database, core.chronology(), config.mode(), around.clock());
    return new Places(
        sites(municipality, around),
        new SiteDescriptions(database, core.chronology(), config.mode(), around.clock()),
        shelters,
        openings,
        new ShelterBoard(
            shelters,
            openings,
            occupancy,
            config.shelters().orElse(ShelterSettings.USUAL),
            around.clock()),
        new Residents(database, municipality.code()),
        new WhoIsInside(database, municipality.code()),
        new AreaSets(
            database, municipality.code(), core.chronology(), config.mode(), around.clock()),
        new HazardLayers(database, core.chronology(), config.mode(), around.clock()),
        new Imports(
            database,
            core.chronology(),
            config.mode(),
            around.clock(),
            List.of(
                new ImportSource(
                    new SiteImportReader(database, municipality.code()), new SiteImportTarget()),
                new ImportSource(new HazardImportReader(), new HazardImportTarget()),
                new ImportSource(
                    new DistrictImportReader(database, municipality.code()),
                    new DistrictImportTarget(municipality.code())),
                new ImportSource(
                    new AreaSetImportReader(database, municipality.code()),
                    new AreaSetImportTarget(municipality.code())),
                new ImportSource(
                    new FacilityImportReader(database, municipality.code()),
                    new FacilityImportTarget()))));
  }
}
