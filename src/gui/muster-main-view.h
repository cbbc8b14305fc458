/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-pages.h"
#include "gui/muster-view-day.h"

#define MUSTER_TYPE_MAIN_VIEW (muster_main_view_get_type ())
/** MusterMainView: an open register: its sections at the side, the pages beside them, and what must stay in view below. */
G_DECLARE_FINAL_TYPE (MusterMainView, muster_main_view, MUSTER, MAIN_VIEW, AdwBreakpointBin)

GtkWidget *muster_main_view_new (MusterStore *store);
/** Shows the section called @id as it was left; nothing where the account has no such section. */
void muster_main_view_show_section (MusterMainView *self, const char *id);
/** Shows the import page and begins with @file; nothing for an account that may not import. */
void muster_main_view_import (MusterMainView *self, GFile *file);
/** Shows the roster, and asks which step to take for everybody in it. */
void muster_main_view_change_status (MusterMainView *self);
/** Shows the roster, and asks how to export it. */
void muster_main_view_export (MusterMainView *self);
/** Shows the public lists, and compares with the one at @file. */
void muster_main_view_compare (MusterMainView *self, GFile *file);
/** Pushes the page of a record, or goes back to it where it is already open. */
void muster_main_view_open (MusterMainView *self, MusterPageKind kind, gint64 id);
/** Pushes what is known of a person as of another day. */
void muster_main_view_open_on (MusterMainView *self, gint64 id, const MusterViewDay *day);
void muster_main_view_back (MusterMainView *self);
/** Puts the focus on the page in view, if it is not there already. */
void muster_main_view_take_focus (MusterMainView *self);
/** Activates "page.search" of the page that is in view. */
void muster_main_view_search (MusterMainView *self);
/** Activates "page.print" of the page that is in view. */
void muster_main_view_print (MusterMainView *self);
/** Activates "page.sort" of the page that is in view. */
void muster_main_view_sort (MusterMainView *self);
void muster_main_view_open_menu (MusterMainView *self);
