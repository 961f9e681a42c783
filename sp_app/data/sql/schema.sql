-- The figures: one file, read-only once built. Texts in both languages stand side by side.
CREATE TABLE build (id VARCHAR PRIMARY KEY CHECK (length(id) = 12));

CREATE TABLE unit (
    unit VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_lo VARCHAR NOT NULL, lo_review BOOLEAN NOT NULL,
    symbol_en VARCHAR NOT NULL, symbol_lo VARCHAR NOT NULL, decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 6),
    minimum DOUBLE, maximum DOUBLE, CHECK (minimum IS NULL OR maximum IS NULL OR minimum < maximum)
);

CREATE TABLE origin (
    origin VARCHAR PRIMARY KEY, producer VARCHAR NOT NULL, title VARCHAR NOT NULL, edition VARCHAR NOT NULL,
    published VARCHAR NOT NULL, accessed DATE NOT NULL, licence VARCHAR NOT NULL, licence_verified BOOLEAN NOT NULL,
    address VARCHAR NOT NULL, carrier VARCHAR NOT NULL, copy_status VARCHAR NOT NULL, credit VARCHAR NOT NULL,
    CHECK (copy_status IN ('original', 'copy')), CHECK (copy_status = 'original' OR carrier <> '')
);

CREATE TABLE area (
    area VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_lo VARCHAR NOT NULL, lo_review BOOLEAN NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('country', 'aggregate', 'province')), iso VARCHAR NOT NULL
);

CREATE TABLE indicator (
    indicator VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_lo VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL CHECK (definition_en <> ''), definition_lo VARCHAR NOT NULL CHECK (definition_lo <> ''),
    lo_review BOOLEAN NOT NULL, unit VARCHAR NOT NULL REFERENCES unit (unit), sdg VARCHAR NOT NULL,
    basis VARCHAR NOT NULL CHECK (basis IN ('legal', 'effective', 'none')),
    direction VARCHAR NOT NULL CHECK (direction IN ('up', 'down', 'none')),
    drawn VARCHAR NOT NULL CHECK (drawn IN ('line', 'dots', 'bound', 'text')),
    comparability_en VARCHAR NOT NULL, comparability_lo VARCHAR NOT NULL, "group" VARCHAR NOT NULL,
    place INTEGER NOT NULL
);

CREATE TABLE membership (
    area VARCHAR NOT NULL REFERENCES area (area), organisation VARCHAR NOT NULL, from_day DATE, to_day DATE,
    status VARCHAR NOT NULL, origin VARCHAR NOT NULL REFERENCES origin (origin), locator VARCHAR NOT NULL,
    note VARCHAR NOT NULL, PRIMARY KEY (area, organisation)
);

CREATE TABLE observation (
    indicator VARCHAR NOT NULL REFERENCES indicator (indicator), area VARCHAR NOT NULL REFERENCES area (area),
    year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2100), sex VARCHAR NOT NULL CHECK (sex IN ('T', 'F', 'M')),
    age VARCHAR NOT NULL CHECK (age <> ''), value DOUBLE NOT NULL CHECK (isfinite(value)),
    unit VARCHAR NOT NULL REFERENCES unit (unit),
    status VARCHAR NOT NULL CHECK (status IN ('official', 'estimate', 'projection', 'illustrative')),
    origin VARCHAR NOT NULL REFERENCES origin (origin), locator VARCHAR NOT NULL CHECK (locator <> ''),
    note VARCHAR NOT NULL, PRIMARY KEY (indicator, area, year, sex, age)
);

CREATE TABLE flag (
    indicator VARCHAR NOT NULL REFERENCES indicator (indicator), area VARCHAR, year INTEGER, sex VARCHAR,
    flag VARCHAR NOT NULL, reason_en VARCHAR NOT NULL, reason_lo VARCHAR NOT NULL, lo_review BOOLEAN NOT NULL,
    origin VARCHAR NOT NULL REFERENCES origin (origin)
);

CREATE TABLE gap (
    gap VARCHAR PRIMARY KEY, topic VARCHAR NOT NULL, statement_en VARCHAR NOT NULL, statement_lo VARCHAR NOT NULL,
    provider_en VARCHAR NOT NULL, provider_lo VARCHAR NOT NULL, lo_review BOOLEAN NOT NULL, place INTEGER NOT NULL
);

CREATE TABLE province (
    area VARCHAR PRIMARY KEY REFERENCES area (area), pcode VARCHAR NOT NULL, region VARCHAR NOT NULL,
    population BIGINT NOT NULL CHECK (population >= 0), census_year INTEGER NOT NULL,
    area_km2_published DOUBLE NOT NULL, area_km2_polygons DOUBLE NOT NULL, status VARCHAR NOT NULL,
    origin VARCHAR NOT NULL REFERENCES origin (origin), locator VARCHAR NOT NULL, note VARCHAR NOT NULL
);

CREATE TABLE correction (
    file VARCHAR NOT NULL, indicator VARCHAR NOT NULL, area VARCHAR NOT NULL, year INTEGER NOT NULL, sex VARCHAR NOT NULL,
    age VARCHAR NOT NULL, expected_value DOUBLE NOT NULL,
    action VARCHAR NOT NULL CHECK (action IN ('drop', 'replace', 'relabel')), field VARCHAR NOT NULL,
    new_value VARCHAR NOT NULL, reason_en VARCHAR NOT NULL CHECK (reason_en <> ''),
    reason_lo VARCHAR NOT NULL CHECK (reason_lo <> ''), lo_review BOOLEAN NOT NULL, reported_on DATE NOT NULL
);
