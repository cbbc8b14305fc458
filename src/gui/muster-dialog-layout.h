/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_DIALOG_LAYOUT (muster_dialog_layout_get_type ())
/**
 * MusterDialogLayout: of the outermost widget in a dialog that follows its content: as wide as "natural-width" says if there is room, and as high as what is in it needs at that width.
 *
 * A dialog that does not follow its content measures it once, before it is shown, and stays as high; what comes to stand in it later is below its edge.
 * One that follows it takes the width from there, too, which would change with every sentence. What scrolls in it has to let its natural height through.
 */
G_DECLARE_FINAL_TYPE (MusterDialogLayout, muster_dialog_layout, MUSTER, DIALOG_LAYOUT, GtkLayoutManager)
