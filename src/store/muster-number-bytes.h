/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Numbers as bytes, seven bits in each, the lowest first: most numbers of a register are small. Never changes for what has been written. */

#define MUSTER_NUMBER_MAX_SIZE 10

/** Writes a number into @bytes, where there is room for MUSTER_NUMBER_MAX_SIZE. Returns: how many it takes. */
gsize muster_number_write (guint8 *bytes, guint64 number);
/** The same for numbers of either sign: those near to 0 are short. */
gsize muster_number_write_signed (guint8 *bytes, gint64 number);

void muster_number_append (GByteArray *bytes, guint64 number);
void muster_number_append_signed (GByteArray *bytes, gint64 number);

/** Reads the next number and moves @bytes and @size past it. Returns: %FALSE if there is none. */
gboolean muster_number_next (const guint8 **bytes, gsize *size, guint64 *number);
gboolean muster_number_next_signed (const guint8 **bytes, gsize *size, gint64 *number);
