//! Lists of all countries: where one page would be too long, it counts what there is of each country, names a little of
//! it, and leads to a page of that country, which shows the same of it alone.
