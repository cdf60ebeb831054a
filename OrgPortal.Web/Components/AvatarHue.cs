namespace OrgPortal.Web.Components;

/// <summary>The colour of whoever has no picture.</summary>
internal static class AvatarHue
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    // Of one character in UTF-8.
    private const int Longest = 4;

    /// <summary>One of twelve hues in degrees; the same for the same id on every machine (hence not <see cref="string.GetHashCode()"/>).</summary>
    public static int Of(string id)
    {
        var hash = FnvOffset;
        Span<byte> octets = stackalloc byte[Longest];
        foreach (var rune in id.EnumerateRunes())
        {
            foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
            {
                hash = unchecked((hash ^ octet) * FnvPrime);
            }
        }

        // FNV's low bits differ too little between ids that differ in their last character only.
        hash ^= hash >> 15;
        return (int)(hash % 12) * 30;
    }
}
