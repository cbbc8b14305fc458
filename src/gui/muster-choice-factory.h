/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/** Lets @row, whose model has strings, show its choice in full, over several lines if need be: by itself it would cut it off in a narrow window. */
void muster_choice_factory_set_up (AdwComboRow *row);
