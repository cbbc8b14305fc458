/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-badge.h"

#define MUSTER_TYPE_BADGE_COLOURS (muster_badge_colours_get_type ())
/** MusterBadgeColours: never seen; knows the colours that the style sheet gives to badges, for whoever draws one. */
G_DECLARE_FINAL_TYPE (MusterBadgeColours, muster_badge_colours, MUSTER, BADGE_COLOURS, GtkWidget)

/** Sets @colour to that of a badge of that look, where this widget stands. */
void muster_badge_colours_get (MusterBadgeColours *self, MusterBadgeLook look, GdkRGBA *colour);
