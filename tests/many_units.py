"""A number -> the folders of so many made-up units: plants under companies under the group, each with a logo of its own."""

from __future__ import annotations

import colorsys

PLANTS = 30
"""Our choice: plants a company, which makes 32 companies of a thousand units."""
LOGO = """\
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <path fill="{colour}" d="M50 4 96 {high} 82 96H18L4 {high}Z"/>
  <circle fill="#ffffff" cx="50" cy="58" r="{radius}"/>
</svg>
"""


def make_units(count: int) -> dict[str, str]:
    """Return the files of ``count`` units by their paths in a site."""
    files: dict[str, str] = {}
    for number in range(count):
        company, plant = divmod(number, PLANTS + 1)
        unit = f"company-{company + 1}" + (f"-plant-{plant}" if plant else "")
        english, chinese = f"Company {company + 1}", f"第{company + 1}公司"
        if plant:
            english, chinese = f"{english}, Plant {plant}", f"{chinese}第{plant}厂"
        under = f"company-{company + 1}" if plant else "group"
        red, green, blue = (round(255 * part) for part in colorsys.hsv_to_rgb(number / count, 0.9, 0.5))
        files[f"posters/brands/{unit}/brand.yml"] = (
            f"name: {{en: '{english}', zh: {chinese}}}\n"
            "logo: logo.svg\n"
            f"logo_alt: {{en: 'Logo of {english}', zh: {chinese}标志}}\n"
            f"parent: {under}\n"
        )
        files[f"posters/brands/{unit}/logo.svg"] = LOGO.format(
            colour=f"#{red:02x}{green:02x}{blue:02x}", high=30 + number % 30, radius=14 + number % 12
        )
    return files
