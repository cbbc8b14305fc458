/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-number-bytes.h"

static guint64
fold_sign (gint64 number)
{
  return ((guint64) number << 1) ^ (guint64) (number >> 63);
}

gsize
muster_number_write (guint8 *bytes, guint64 number)
{
  gsize n = 0;

  for (; number >= 0x80; number >>= 7)
    bytes[n++] = 0x80 | (number & 0x7f);
  bytes[n++] = number;
  return n;
}

gsize
muster_number_write_signed (guint8 *bytes, gint64 number)
{
  return muster_number_write (bytes, fold_sign (number));
}

void
muster_number_append (GByteArray *bytes, guint64 number)
{
  guint8 parts[MUSTER_NUMBER_MAX_SIZE];

  g_byte_array_append (bytes, parts, muster_number_write (parts, number));
}

void
muster_number_append_signed (GByteArray *bytes, gint64 number)
{
  muster_number_append (bytes, fold_sign (number));
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
