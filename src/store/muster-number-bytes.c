/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-number-bytes.h"

void
muster_number_append (GByteArray *bytes, guint64 number)
{
  guint8 parts[10];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    parts[n++] = 0x80 | (number & 0x7f);
  parts[n++] = number;
  g_byte_array_append (bytes, parts, n);
}

void
muster_number_append_signed (GByteArray *bytes, gint64 number)
{
  muster_number_append (bytes, ((guint64) number << 1) ^ (guint64) (number >> 63));
}

gboolean
muster_number_next (const guint8 **bytes, gsize *size, guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < *size && i < 10; i++)
    {
      *number |= (guint64) ((*bytes)[i] & 0x7f) << (7 * i);
      if ((*bytes)[i] < 0x80)
        {
          *bytes += i + 1;
          *size -= i + 1;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
muster_number_next_signed (const guint8 **bytes, gsize *size, gint64 *number)
{
  guint64 folded;

  if (!muster_number_next (bytes, size, &folded))
    return FALSE;
  *number = (gint64) (folded >> 1) ^ -(gint64) (folded & 1);
  return TRUE;
}
