namespace DataConnectors.Client.Names;

/// <summary>
/// One of a set of names that may grow: those known today are static members, and one that the server learns later is read, compared and
/// sent back like any other.
/// </summary>
/// <typeparam name="TSelf">The set.</typeparam>
public interface IOpenName<TSelf> : IFormattable
    where TSelf : struct, IOpenName<TSelf>
{
    /// <summary>The name as it stands on the wire.</summary>
    string Name { get; }

    /// <summary>The member with this name, known or not.</summary>
    static abstract TSelf Of(string name);

    // Who formats values sees one value and not an object with members.
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => Name;
}
