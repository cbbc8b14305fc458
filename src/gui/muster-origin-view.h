/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-provenance-query.h"

#define MUSTER_TYPE_ORIGIN_VIEW (muster_origin_view_get_type ())
/**
 * MusterOriginView: where values of a person come from: of a file its name, sheet, line and column, by whom and when; else who typed them, and why.
 *
 * Signal "import" (gint64 id): that import is to be shown.
 */
G_DECLARE_FINAL_TYPE (MusterOriginView, muster_origin_view, MUSTER, ORIGIN_VIEW, GtkBox)

/** @origins: (element-type MusterOrigin): what one line or one edit set is told once. */
GtkWidget *muster_origin_view_new (GPtrArray *origins);
/** Returns: (transfer none): all that it says, to be spoken. */
const char *muster_origin_view_get_text (MusterOriginView *self);
