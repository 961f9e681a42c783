"""A tiny valid folder of data files, for tests that build from it or break it."""

from __future__ import annotations

from pathlib import Path

FILES: dict[str, str] = {
    "origins.csv": (
        "origin,producer,title,edition,published,accessed,licence,licence_verified,address,carrier,copy_status,credit\n"
        'ilo_2026,ILO,SDG 1.3.1,May 2026,2026,2026-05-25,CC BY 4.0,no,https://ilo.example,somebody/copy,copy,"ILO, 2026"\n'
        'ilo_2020,ILO,SDG 1.3.1,October 2020,2020,2026-05-25,CC BY 4.0,no,https://ilo.example,somebody/copy,copy,"ILO, 2020"\n'
        "own_ages,This project,Ages,2026,2026,2026-05-25,Apache-2.0,yes,data/README.md,,original,derived\n"
    ),
    "units.csv": (
        "unit,name_en,name_lo,lo_review,symbol_en,symbol_lo,decimals,minimum,maximum\n"
        "percent,percent,ສ່ວນຮ້ອຍ,no,%,%,1,0,100\n"
        "persons,persons,ຄົນ,no,persons,ຄົນ,0,0,\n"
    ),
    "indicators.csv": (
        "indicator,name_en,name_lo,definition_en,definition_lo,lo_review,unit,sdg,basis,direction,drawn,"
        "comparability_en,comparability_lo,group\n"
        "any,Any benefit,ເງິນອຸດໜູນ,Share of persons.,ອັດຕາສ່ວນ.,yes,percent,1.3.1,effective,up,dots,One edition.,ສະບັບ.,coverage\n"
        "people,Population,ປະຊາກອນ,Persons.,ຄົນ.,yes,persons,,none,none,line,,,population\n"
    ),
    "areas.csv": (
        "area,name_en,name_lo,lo_review,kind,iso\n"
        "LAO,Lao PDR,ສປປ ລາວ,no,country,LAO\n"
        "TLS,Timor-Leste,ຕີມໍ-ເລສເຕ,yes,country,TLS\n"
        "ASEAN,ASEAN,ອາຊຽນ,no,aggregate,\n"
        "LA-VT,Vientiane Capital,ນະຄອນຫຼວງວຽງຈັນ,no,province,LA-VT\n"
    ),
    "memberships.csv": (
        "area,organisation,from,to,status,origin,locator,note\n"
        "LAO,ASEAN,,,throughout,own_ages,page 1,\n"
        "TLS,ASEAN,2025-10-26,,to be verified,own_ages,page 1,\n"
    ),
    "observations/coverage.csv": (
        "indicator,area,year,sex,age,value,unit,status,origin,locator,note\n"
        "any,LAO,2019,T,all,12.1,percent,official,ilo_2026,table 1,\n"
        "any,LAO,2021,T,all,15.5,percent,official,ilo_2026,table 1,\n"
        "any,ASEAN,2021,T,all,44.7,percent,estimate,ilo_2026,table 1,\n"
        "any,ASEAN,2023,T,all,46,percent,estimate,ilo_2026,table 1,\n"
    ),
    "observations/people.csv": (
        "indicator,area,year,sex,age,value,unit,status,origin,locator,note\n"
        "people,LAO,2025,T,65-69,150,persons,estimate,own_ages,table 2,DERIVED: sum\n"
        "people,LAO,2030,T,all,1000,persons,projection,own_ages,table 2,DERIVED: sum\n"
        "people,LAO,2030,T,all,999,persons,projection,own_ages,table 2,DERIVED: sum\n"
    ),
    "flags.csv": (
        "indicator,area,year,sex,flag,reason_en,reason_lo,lo_review,origin\n"
        "an*,@aggregate,,,modelled,A model estimate.,ຄ່າປະເມີນ.,yes,ilo_2026\n"
        "any,LAO,2021,,not_a_trend,Two points.,ສອງຈຸດ.,yes,ilo_2026\n"
    ),
    "corrections.csv": (
        "file,indicator,area,year,sex,age,expected_value,action,field,new_value,reason_en,reason_lo,lo_review,reported_on\n"
        "people.csv,people,LAO,2030,T,all,999,drop,,,Printed twice.,ພິມສອງເທື່ອ.,yes,2026-11-22\n"
    ),
    "gaps.csv": (
        "gap,topic,statement_en,statement_lo,provider_en,provider_lo,lo_review\n"
        "children,coverage,Children.,ເດັກນ້ອຍ.,Ministry of Labour and Social Welfare,ກະຊວງແຮງງານ,yes\n"
    ),
    "provinces.csv": (
        "area,pcode,region,population,census_year,area_km2_published,area_km2_polygons,status,origin,locator,note\n"
        "LA-VT,LA01,Central,820940,2015,3920,3668.0,official,ilo_2026,page 1,\n"
    ),
}


def write_tree(folder: Path) -> Path:
    """Write the valid files into `folder` and return it."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the first `old` in a file; the test is wrong when it is not there."""
    path = folder / name
    content = path.read_text(encoding="utf-8")
    assert old in content, f"{name} does not hold {old!r}"
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
