"""Being known to the desktop: menus, file types and “Open with”."""
