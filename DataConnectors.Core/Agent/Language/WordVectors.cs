using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DataConnectors.Core.Agent.Language;

/// <summary>
/// What frequent English words mean, as directions: words of one meaning point the same way. Ships with the program
/// (see Vectors/NOTICE.md); nothing is fetched.
/// </summary>
internal sealed class WordVectors
{
    private const string Resource = "agent/words.bin";

    private static readonly Lazy<WordVectors> Loaded = new(Load);

    private readonly FrozenDictionary<string, int> rows;
    private readonly int[] ranks;
    private readonly sbyte[] values;
    private readonly float[] lengths;
    private readonly int dimensions;

    private WordVectors(string[] words, int[] ranks, sbyte[] values, int dimensions)
    {
        this.ranks = ranks;
        this.values = values;
        this.dimensions = dimensions;
        lengths = new float[words.Length];
        var table = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var row = 0; row < words.Length; row++)
        {
            table[words[row]] = row;
            lengths[row] = MathF.Sqrt(Math.Max(1, Product(row, row)));
        }

        rows = table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The words that ship; read on first use (some 30 ms).</summary>
    public static WordVectors Shared => Loaded.Value;

    /// <summary>The row of a word in lower case; -1 when it is not known.</summary>
    public int RowOf(string word) => rows.TryGetValue(word, out var row) ? row : -1;

    /// <summary>The place of the word among all words of the language, the most frequent first.</summary>
    public int RankOf(int row) => ranks[row];

    /// <summary>How near two words are in meaning: 1 the same, 0 unrelated, below 0 apart (their cosine).</summary>
    public float Nearness(int row, int other) =>
        Product(row, other) / (lengths[row] * lengths[other]);

    /// <summary>Adds the word's direction, of length 1, times <paramref name="weight"/> to <paramref name="sum"/>.</summary>
    public void AddTo(Span<float> sum, int row, float weight)
    {
        var vector = values.AsSpan(row * dimensions, dimensions);
        var factor = weight / lengths[row];
        for (var index = 0; index < vector.Length; index++)
        {
            sum[index] += factor * vector[index];
        }
    }

    /// <summary>How many numbers a direction has.</summary>
    public int Dimensions => dimensions;

    /// <summary>Writes words, the most frequent first, in the form that is read here.</summary>
    public static void Write(
        BinaryWriter writer,
        IReadOnlyList<(string Text, int Rank, float[] Vector)> words
    )
    {
        writer.Write(words.Count);
        writer.Write(words[0].Vector.Length);
        foreach (var (text, rank, _) in words)
        {
            writer.Write(text);
            writer.Write(rank);
        }

        foreach (var (_, _, vector) in words)
        {
            var largest = vector.Max(Math.Abs);
            foreach (var value in vector)
            {
                writer.Write((sbyte)MathF.Round(value / largest * sbyte.MaxValue));
            }
        }
    }

    private static WordVectors Load()
    {
        using var stream =
            typeof(WordVectors).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of this build.");
        using var reader = new BinaryReader(stream);
        var count = reader.ReadInt32();
        var length = reader.ReadInt32();
        var words = new string[count];
        var places = new int[count];
        for (var row = 0; row < count; row++)
        {
            words[row] = reader.ReadString();
            places[row] = reader.ReadInt32();
        }

        var numbers = new sbyte[count * length];
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return new WordVectors(words, places, numbers, length);
    }

    private int Product(int row, int other)
    {
        var left = values.AsSpan(row * dimensions, dimensions);
        var right = values.AsSpan(other * dimensions, dimensions);
        var sums = Vector<int>.Zero;
        var index = 0;
        for (; index <= dimensions - Vector<sbyte>.Count; index += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(left[index..]), out var leftLow, out var leftHigh);
            Vector.Widen(new Vector<sbyte>(right[index..]), out var rightLow, out var rightHigh);
            Vector.Widen(leftLow * rightLow, out var first, out var second);
            Vector.Widen(leftHigh * rightHigh, out var third, out var fourth);
            sums += first + second + third + fourth;
        }

        var sum = Vector.Sum(sums);
        for (; index < dimensions; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }
}
