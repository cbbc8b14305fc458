/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-repeats.h"

#define FIRST_SIZE 1024

/* The hash in halves: so a place has 12 bytes and not 16, and a file of a million rows has three million identifiers. */
typedef struct
{
  guint32 hash_high;
  guint32 hash_low;
  guint32 row_plus_one; /* 0: free */
} Place;

/* Open addressing, at most seven eighths full. */
struct _MusterImportRepeats
{
  Place *places;
  gsize size; /* a power of two */
  gsize used;
};

static guint64
hash_text (guint kind, const char *text)
{
  guint64 hash = (G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ kind) * G_GUINT64_CONSTANT (0x100000001b3);

  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  /* The low bits choose the place. */
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

static guint64
get_hash (const Place *place)
{
  return (guint64) place->hash_high << 32 | place->hash_low;
}

static Place *
find_place (Place *places, gsize size, guint64 hash)
{
  gsize i = hash & (size - 1);

  while (places[i].row_plus_one != 0 && get_hash (&places[i]) != hash)
    i = (i + 1) & (size - 1);
  return &places[i];
}

static void
grow (MusterImportRepeats *repeats)
{
  gsize size = repeats->size * 2;
  Place *places = g_new0 (Place, size);

  for (gsize i = 0; i < repeats->size; i++)
    if (repeats->places[i].row_plus_one != 0)
      *find_place (places, size, get_hash (&repeats->places[i])) = repeats->places[i];
  g_free (repeats->places);
  repeats->places = places;
  repeats->size = size;
}

MusterImportRepeats *
muster_import_repeats_new (void)
{
  MusterImportRepeats *repeats = g_new0 (MusterImportRepeats, 1);

  repeats->size = FIRST_SIZE;
  repeats->places = g_new0 (Place, repeats->size);
  return repeats;
}

void
muster_import_repeats_free (MusterImportRepeats *repeats)
{
  if (repeats == NULL)
    return;
  g_free (repeats->places);
  g_free (repeats);
}

gboolean
muster_import_repeats_add (MusterImportRepeats *repeats, guint kind, const char *text, guint row, guint *earlier)
{
  guint64 hash = hash_text (kind, text);
  Place *place = find_place (repeats->places, repeats->size, hash);

  if (place->row_plus_one != 0)
    {
      *earlier = place->row_plus_one - 1;
      return FALSE;
    }
  place->hash_high = hash >> 32;
  place->hash_low = (guint32) hash;
  place->row_plus_one = row + 1;
  if (++repeats->used * 8 > repeats->size * 7)
    grow (repeats);
  return TRUE;
}
