//! Pages as HTML: the theme's templates filled with views.

mod prose;
