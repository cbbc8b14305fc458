/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-text-decoder.h"

#define SAMPLE 4096
#define REPLACEMENT 0xfffd

static gboolean
is_mostly_text_of (gsize n_zeros_here, gsize n_zeros_there, gsize n_pairs)
{
  return n_pairs > 1 && n_zeros_there * 10 >= n_pairs * 4 && n_zeros_here * 20 <= n_pairs;
}

static void
append_windows (GString *text, guint8 byte)
{
  g_string_append_unichar (text, muster_letter_table_get (MUSTER_LETTERS_WINDOWS_1252, byte));
}

static gboolean
find_mark (const guint8 *bytes, gsize length, MusterTextEncoding *encoding)
{
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    *encoding = MUSTER_ENCODING_UTF_8;
  else if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    *encoding = MUSTER_ENCODING_UTF_16_LE;
  else if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    *encoding = MUSTER_ENCODING_UTF_16_BE;
  else
    return FALSE;
  return TRUE;
}

static MusterTextEncoding
guess_encoding (const guint8 *bytes, gsize length)
{
  gsize n_zeros[2] = { 0, 0 };
  gsize n_pairs = MIN (length, SAMPLE) / 2;

  for (gsize i = 0; i < n_pairs * 2; i++)
    n_zeros[i % 2] += bytes[i] == 0;
  if (is_mostly_text_of (n_zeros[0], n_zeros[1], n_pairs))
    return MUSTER_ENCODING_UTF_16_LE;
  if (is_mostly_text_of (n_zeros[1], n_zeros[0], n_pairs))
    return MUSTER_ENCODING_UTF_16_BE;
  return MUSTER_ENCODING_UTF_8;
}

static MusterTextEncoding
get_encoding (const char *name)
{
  if (strcmp (name, "UTF-16LE") == 0)
    return MUSTER_ENCODING_UTF_16_LE;
  if (strcmp (name, "UTF-16BE") == 0)
    return MUSTER_ENCODING_UTF_16_BE;
  for (guint table = 0; table < MUSTER_N_LETTER_TABLES; table++)
    if (strcmp (name, muster_letter_table_get_name (table)) == 0)
      return MUSTER_ENCODING_WINDOWS_1252 + table;
  return MUSTER_ENCODING_UTF_8;
}

/* How many bytes at the end may be the beginning of a letter. */
static gsize
count_unfinished (const char *bytes, gsize length)
{
  for (gsize back = 1; back <= MIN (length, 3); back++)
    {
      guint8 byte = bytes[length - back];
      gsize needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3
                                      : byte >= 0xc2 ? 2
                                                     : 1;

      if (byte >= 0xc0)
        return byte < 0xf5 && needed > back ? back : 0;
      if (byte < 0x80)
        return 0;
    }
  return 0;
}

static void
add_fallback (MusterTextDecoder *decoder, const char *bytes, gsize i, gsize length, GString *text)
{
  append_windows (text, bytes[i]);
  muster_letter_evidence_add (&decoder->evidence, i > 0 ? bytes[i - 1] : '\0', bytes[i], i + 1 < length ? bytes[i + 1] : '\0');
}

/* Returns how many bytes were used; those left may go on in the next block. */
static gsize
add_utf_8 (MusterTextDecoder *decoder, const char *bytes, gsize length, gboolean is_last, GString *text)
{
  gsize used = 0, unfinished = is_last ? 0 : count_unfinished (bytes, length);

  while (used < length - unfinished)
    {
      const char *end;

      g_utf8_validate_len (bytes + used, length - used, &end);
      for (const char *p = bytes + used; p < end; p++)
        decoder->n_letters += (guint8) *p >= 0xc0;
      g_string_append_len (text, bytes + used, end - (bytes + used));
      used = end - bytes;
      if (used >= length - unfinished)
        break;
      if (bytes[used] == '\0')
        g_string_append_c (text, '\0'); /* whoever parses the text says where it stands */
      else if (decoder->is_chosen)
        g_string_append_unichar (text, REPLACEMENT); /* what the choice makes of the file is to be seen */
      else
        add_fallback (decoder, bytes, used, length, text);
      decoder->n_fallback += bytes[used] != '\0';
      used++;
    }
  return used;
}

static gsize
add_letters (MusterLetterTable table, const guint8 *bytes, gsize length, GString *text)
{
  for (gsize i = 0; i < length; i++)
    if (bytes[i] < 0x80)
      g_string_append_c (text, bytes[i]);
    else
      g_string_append_unichar (text, muster_letter_table_get (table, bytes[i]));
  return length;
}

static guint
get_unit (MusterTextDecoder *decoder, const guint8 *bytes)
{
  return decoder->encoding == MUSTER_ENCODING_UTF_16_LE ? bytes[0] | bytes[1] << 8 : bytes[0] << 8 | bytes[1];
}

static gboolean
is_low_surrogate (guint unit)
{
  return unit >= 0xdc00 && unit < 0xe000;
}

static gsize
add_utf_16 (MusterTextDecoder *decoder, const guint8 *bytes, gsize length, gboolean is_last, GString *text)
{
  gsize used = 0;

  while (used + 2 <= length)
    {
      gunichar letter = get_unit (decoder, bytes + used);

      if (letter >= 0xd800 && letter < 0xdc00)
        {
          if (used + 4 > length && !is_last)
            break;
          if (used + 4 <= length && is_low_surrogate (get_unit (decoder, bytes + used + 2)))
            {
              letter = 0x10000 + ((letter - 0xd800) << 10) + (get_unit (decoder, bytes + used + 2) - 0xdc00);
              used += 2;
            }
          else
            letter = REPLACEMENT;
        }
      else if (is_low_surrogate (letter))
        letter = REPLACEMENT;
      if (letter < 0x80)
        g_string_append_c (text, letter);
      else
        g_string_append_unichar (text, letter);
      used += 2;
    }
  if (is_last && used < length)
    {
      g_string_append_unichar (text, REPLACEMENT);
      used = length;
    }
  return used;
}

/* CR LF and CR become LF. */
static void
unify_line_ends (MusterTextDecoder *decoder, GString *text, gsize start)
{
  gsize length = start;

  if (!decoder->was_cr && memchr (text->str + start, '\r', text->len - start) == NULL)
    return;
  for (gsize i = start; i < text->len; i++)
    {
      char byte = text->str[i];

      if (byte != '\n' || !decoder->was_cr)
        text->str[length++] = byte == '\r' ? '\n' : byte;
      decoder->was_cr = byte == '\r';
    }
  g_string_truncate (text, length);
}

static void
decode (MusterTextDecoder *decoder, const guint8 *bytes, gsize length, gboolean is_last, GString *text)
{
  gsize used;

  if (decoder->encoding == MUSTER_ENCODING_UTF_8)
    used = add_utf_8 (decoder, (const char *) bytes, length, is_last, text);
  else if (decoder->encoding >= MUSTER_ENCODING_WINDOWS_1252)
    used = add_letters (decoder->encoding - MUSTER_ENCODING_WINDOWS_1252, bytes, length, text);
  else
    used = add_utf_16 (decoder, bytes, length, is_last, text);
  decoder->n_kept = length - used;
  memcpy (decoder->kept, bytes + used, decoder->n_kept);
}

void
muster_text_decoder_init (MusterTextDecoder *decoder, const char *chosen, const guint8 *bytes, gsize length)
{
  memset (decoder, 0, sizeof *decoder);
  decoder->has_bom = find_mark (bytes, length, &decoder->encoding);
  if (chosen != NULL)
    {
      MusterTextEncoding marked = decoder->encoding;

      decoder->is_chosen = TRUE;
      decoder->encoding = get_encoding (chosen);
      decoder->has_bom = decoder->has_bom && marked == decoder->encoding;
    }
  else if (!decoder->has_bom)
    decoder->encoding = guess_encoding (bytes, length);
}

void
muster_text_decoder_add (MusterTextDecoder *decoder, const guint8 *bytes, gsize length, GString *text)
{
  gsize start = text->len;

  if (!decoder->is_begun && decoder->has_bom)
    {
      gsize bom = MIN (length, decoder->encoding == MUSTER_ENCODING_UTF_8 ? 3 : 2);

      bytes += bom;
      length -= bom;
    }
  decoder->is_begun = TRUE;
  while (decoder->n_kept > 0 && length > 0)
    {
      guint8 joined[5];
      guint n = decoder->n_kept;

      memcpy (joined, decoder->kept, n);
      joined[n] = *bytes;
      decode (decoder, joined, n + 1, FALSE, text);
      bytes++;
      length--;
    }
  if (length > 0)
    decode (decoder, bytes, length, FALSE, text);
  unify_line_ends (decoder, text, start);
}

void
muster_text_decoder_finish (MusterTextDecoder *decoder, GString *text)
{
  guint8 left[sizeof decoder->kept];
  gsize start = text->len;

  memcpy (left, decoder->kept, decoder->n_kept);
  decode (decoder, left, decoder->n_kept, TRUE, text);
  unify_line_ends (decoder, text, start);
}

const char *
muster_text_decoder_get_name (MusterTextDecoder *decoder)
{
  if (decoder->encoding == MUSTER_ENCODING_UTF_16_LE)
    return "UTF-16LE";
  if (decoder->encoding == MUSTER_ENCODING_UTF_16_BE)
    return "UTF-16BE";
  if (decoder->encoding >= MUSTER_ENCODING_WINDOWS_1252)
    return muster_letter_table_get_name (decoder->encoding - MUSTER_ENCODING_WINDOWS_1252);
  if (decoder->has_bom)
    return "UTF-8 with BOM";
  return !decoder->is_chosen && decoder->n_fallback > decoder->n_letters ? "Windows-1252" : "UTF-8";
}

const char *
muster_text_decoder_get_likely_name (MusterTextDecoder *decoder)
{
  MusterLetterTable likely;

  if (decoder->is_chosen || strcmp (muster_text_decoder_get_name (decoder), "Windows-1252") != 0 || !muster_letter_evidence_find (&decoder->evidence, &likely))
    return NULL;
  return muster_letter_table_get_name (likely);
}
