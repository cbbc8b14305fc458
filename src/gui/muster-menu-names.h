/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/** From now on the items of every menu have names for a screen reader: the toolkit refers to their labels, which say nothing. */
void muster_menu_names_init (void);
