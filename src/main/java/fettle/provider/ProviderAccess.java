package fettle.provider;

/// A provider and the key to it.
///
/// @param key empty for none; never shown
public record ProviderAccess(ProviderProfile profile, String key) {

    @Override
    public String toString() {
        return profile + (key.isEmpty() ? " without a key" : " with a key");
    }

    /// `text` without the key, should somebody have sent it back.
    String hideKey(String text) {
        String hidden = key.length() < 4 ? text : text.replace(key, "…");
        return hidden.replaceAll("\\b(sk|gsk|key|pk)-[A-Za-z0-9_*-]{6,}", "$1-…");
    }
}
