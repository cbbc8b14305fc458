/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* What is entered in the fields of a form, whatever widgets they are. */

/** Returns: (transfer full): all that is entered in @widget: another text once anything is changed. */
char *muster_form_values_dup (GtkWidget *widget);
/** Has @banner, which says what is wrong, go away once anything in @widget is edited. */
void muster_form_values_watch (GtkWidget *widget, AdwBanner *banner);
