"""One file per screen; a scene gets a view, returns a result and never names the next scene."""
