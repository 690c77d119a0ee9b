package fettle.example.bulk;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The entities of HTML that scraped texts are full of.
final class Entities {

    private static final Pattern ENTITY = Pattern
            .compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});");
    private static final String NAMES = """
            amp & lt < gt > quot " apos ' nbsp \u00A0 iexcl ¡ cent ¢ pound £ curren ¤ yen ¥ sect § copy © ordf ª laquo « \
            not ¬ reg ® deg ° plusmn ± sup1 ¹ sup2 ² sup3 ³ acute ´ micro µ para ¶ middot · ordm º raquo » frac14 ¼ \
            frac12 ½ frac34 ¾ iquest ¿ Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È \
            Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ \
            Ouml Ö times × Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß agrave à aacute á acirc â \
            atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï \
            eth ð ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö divide ÷ oslash ø ugrave ù uacute ú ucirc û uuml ü \
            yacute ý thorn þ yuml ÿ OElig Œ oelig œ Scaron Š scaron š ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ \
            rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ lsaquo ‹ rsaquo › euro € trade ™ larr ← \
            uarr ↑ rarr → darr ↓ minus − infin ∞ ne ≠ le ≤ ge ≥ alpha α beta β gamma γ delta δ pi π sigma σ omega ω \
            Delta Δ Omega Ω thinsp \u2009 ensp \u2002 emsp \u2003 shy \u00AD zwj \u200D zwnj \u200C""";
    private static final Map<String, String> LETTERS = letters();

    private Entities() {}

    /// Each entity as its letter, once; what is not known stays.
    static String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(letter(found.group(1), found.group())));
    }

    private static String letter(String name, String whole) {
        if (!name.startsWith("#")) {
            return LETTERS.getOrDefault(name, whole);
        }
        boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
        int point = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        boolean usable = point >= 32 && point <= Character.MAX_CODE_POINT && !(point >= 0xD800 && point <= 0xDFFF);
        return usable || point == 9 || point == 10 ? Character.toString(point) : whole;
    }

    private static Map<String, String> letters() {
        String[] words = NAMES.split("[ \n]", -1);
        var letters = new java.util.HashMap<String, String>();
        for (int at = 0; at + 1 < words.length; at += 2) {
            letters.put(words[at], words[at + 1]);
        }
        return Map.copyOf(letters);
    }
}
