/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-ole-reader.h"

#include <string.h>

#include "documents/muster-workbook-sink.h"

#define HEADER_SIZE 512
#define N_FIRST_TABLES 109
#define ENTRY_SIZE 128
#define MINI_SECTOR 64
#define END_OF_CHAIN 0xfffffffau /* and what is above has no sector either */
#define MAX_ENTRIES 10000u

typedef struct
{
  char *name;
  guint32 start;
  guint32 size;
} Entry;

struct _MusterOleReader
{
  const guint8 *bytes;
  gsize length;
  guint sector_size;
  guint32 mini_limit; /* smaller streams lie in the first entry's */
  GArray *table;      /* guint32: which sector follows on each */
  GByteArray *mini_table;
  GByteArray *mini_stream;
  GPtrArray *entries; /* Entry */
};

static gboolean
damaged (GError **error)
{
  return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
}

static guint32
get_16 (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8;
}

static guint32
get_32 (const guint8 *bytes)
{
  return get_16 (bytes) | get_16 (bytes + 2) << 16;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

/* Returns: how many bytes of a sector there are; the last one may be cut off. */
static gsize
find_sector (MusterOleReader *ole, guint32 sector, const guint8 **bytes)
{
  guint64 offset = ((guint64) sector + 1) * ole->sector_size;

  *bytes = NULL;
  if (sector >= END_OF_CHAIN || offset >= ole->length)
    return 0;
  *bytes = ole->bytes + offset;
  return MIN (ole->sector_size, ole->length - offset);
}

static gboolean
add_table (MusterOleReader *ole, guint32 sector)
{
  const guint8 *bytes;
  gsize n = find_sector (ole, sector, &bytes);

  for (gsize i = 0; i + 4 <= n; i += 4)
    {
      guint32 next = get_32 (bytes + i);

      g_array_append_val (ole->table, next);
    }
  return n == ole->sector_size && ole->table->len <= ole->length / 4;
}

/* Which sectors hold the table: the first are named in the header, the others in sectors of their own. */
static gboolean
read_table (MusterOleReader *ole, GError **error)
{
  guint32 n_tables = get_32 (ole->bytes + 44), more = get_32 (ole->bytes + 68);
  guint per_sector = ole->sector_size / 4 - 1;
  guint32 done = 0;

  for (; done < MIN (n_tables, N_FIRST_TABLES); done++)
    if (!add_table (ole, get_32 (ole->bytes + 76 + done * 4)))
      return damaged (error);
  while (done < n_tables)
    {
      const guint8 *bytes;

      if (find_sector (ole, more, &bytes) < ole->sector_size)
        return damaged (error);
      for (guint i = 0; i < per_sector && done < n_tables; i++, done++)
        if (!add_table (ole, get_32 (bytes + i * 4)))
          return damaged (error);
      more = get_32 (bytes + per_sector * 4);
    }
  return TRUE;
}

/* Returns: what the sectors from @start on hold, up to @size bytes. A chain that bites its tail ends with the size of the file. */
static GByteArray *
read_chain (MusterOleReader *ole, guint32 start, gsize size, GError **error)
{
  g_autoptr (GByteArray) chain = g_byte_array_new ();

  for (guint32 sector = start; chain->len < size && sector < END_OF_CHAIN;)
    {
      const guint8 *bytes;
      gsize n = find_sector (ole, sector, &bytes);

      if (n == 0 || chain->len > ole->length)
        {
          damaged (error);
          return NULL;
        }
      g_byte_array_append (chain, bytes, MIN (n, size - chain->len));
      sector = sector < ole->table->len ? g_array_index (ole->table, guint32, sector) : END_OF_CHAIN;
    }
  return g_steal_pointer (&chain);
}

static GByteArray *
read_mini_chain (MusterOleReader *ole, guint32 start, gsize size, GError **error)
{
  g_autoptr (GByteArray) chain = g_byte_array_new ();

  for (guint32 sector = start; chain->len < size && sector < END_OF_CHAIN;)
    {
      guint64 offset = (guint64) sector * MINI_SECTOR;

      if (offset >= ole->mini_stream->len || chain->len > ole->length)
        {
          damaged (error);
          return NULL;
        }
      g_byte_array_append (chain, ole->mini_stream->data + offset, MIN (MIN (MINI_SECTOR, ole->mini_stream->len - offset), size - chain->len));
      sector = ((guint64) sector + 1) * 4 <= ole->mini_table->len ? get_32 (ole->mini_table->data + (gsize) sector * 4) : END_OF_CHAIN;
    }
  return g_steal_pointer (&chain);
}

static void
add_entry (MusterOleReader *ole, const guint8 *bytes)
{
  gunichar2 name[32];
  Entry *entry;

  for (guint i = 0; i < G_N_ELEMENTS (name); i++)
    name[i] = get_16 (bytes + i * 2);
  name[G_N_ELEMENTS (name) - 1] = 0;
  entry = g_new (Entry, 1);
  entry->name = g_utf16_to_utf8 (name, -1, NULL, NULL, NULL);
  entry->start = get_32 (bytes + 116);
  entry->size = get_32 (bytes + 120);
  if (entry->name == NULL)
    entry->name = g_strdup ("");
  g_ptr_array_add (ole->entries, entry);
}

static gboolean
read_entries (MusterOleReader *ole, GError **error)
{
  g_autoptr (GByteArray) directory = read_chain (ole, get_32 (ole->bytes + 48), MAX_ENTRIES * ENTRY_SIZE, error);
  const Entry *root;

  if (directory == NULL)
    return FALSE;
  for (guint at = 0; at + ENTRY_SIZE <= directory->len; at += ENTRY_SIZE)
    add_entry (ole, directory->data + at);
  if (ole->entries->len == 0)
    return damaged (error);
  root = ole->entries->pdata[0];
  ole->mini_stream = root->start < END_OF_CHAIN ? read_chain (ole, root->start, root->size, error) : g_byte_array_new ();
  if (ole->mini_stream == NULL)
    return FALSE;
  ole->mini_table = read_chain (ole, get_32 (ole->bytes + 60), (gsize) get_32 (ole->bytes + 64) * ole->sector_size, error);
  return ole->mini_table != NULL;
}

MusterOleReader *
muster_ole_reader_new (const guint8 *bytes, gsize length, GError **error)
{
  g_autoptr (MusterOleReader) ole = g_new0 (MusterOleReader, 1);
  guint shift = length >= HEADER_SIZE ? get_16 (bytes + 30) : 0;

  ole->bytes = bytes;
  ole->length = length;
  ole->table = g_array_new (FALSE, FALSE, sizeof (guint32));
  ole->entries = g_ptr_array_new_with_free_func (entry_free);
  if (shift != 9 && shift != 12)
    {
      damaged (error);
      return NULL;
    }
  ole->sector_size = 1u << shift;
  ole->mini_limit = get_32 (bytes + 56);
  return read_table (ole, error) && read_entries (ole, error) ? g_steal_pointer (&ole) : NULL;
}

void
muster_ole_reader_free (MusterOleReader *ole)
{
  if (ole == NULL)
    return;
  g_array_unref (ole->table);
  g_ptr_array_unref (ole->entries);
  g_clear_pointer (&ole->mini_table, g_byte_array_unref);
  g_clear_pointer (&ole->mini_stream, g_byte_array_unref);
  g_free (ole);
}

gboolean
muster_ole_reader_has (MusterOleReader *ole, const char *prefix)
{
  for (guint i = 0; i < ole->entries->len; i++)
    {
      const Entry *entry = ole->entries->pdata[i];

      if (g_ascii_strncasecmp (entry->name, prefix, strlen (prefix)) == 0)
        return TRUE;
    }
  return FALSE;
}

GByteArray *
muster_ole_reader_read (MusterOleReader *ole, const char *name, GError **error)
{
  for (guint i = 1; i < ole->entries->len; i++)
    {
      const Entry *entry = ole->entries->pdata[i];

      if (g_ascii_strcasecmp (entry->name, name) != 0)
        continue;
      if (entry->size > MUSTER_OLE_MAX_STREAM)
        {
          muster_workbook_fail (error, MUSTER_WORKBOOK_TOO_LARGE, NULL);
          return NULL;
        }
      return entry->size < ole->mini_limit ? read_mini_chain (ole, entry->start, entry->size, error) : read_chain (ole, entry->start, entry->size, error);
    }
  damaged (error);
  return NULL;
}
