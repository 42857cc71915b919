using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>The keys that sign and encrypt what a token says, made at the first start and kept in the data folder beside those that encrypt secrets.</summary>
internal sealed class OAuthKeys(string folder) : IConfigureOptions<OpenIddictServerOptions>
{
    private const int EncryptionKeyBytes = 32;

    public void Configure(OpenIddictServerOptions options)
    {
        Directory.CreateDirectory(folder);
        var signing = ECDsa.Create();
        signing.ImportFromPem(
            Keep(
                "oauth-signing.pem",
                static () =>
                {
                    using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                    return key.ExportPkcs8PrivateKeyPem();
                }
            )
        );
        options.SigningCredentials.Add(
            new SigningCredentials(new ECDsaSecurityKey(signing), SecurityAlgorithms.EcdsaSha256)
        );
        var encryption = Convert.FromBase64String(
            Keep(
                "oauth-encryption.key",
                static () =>
                    Convert.ToBase64String(RandomNumberGenerator.GetBytes(EncryptionKeyBytes))
            )
        );
        options.EncryptionCredentials.Add(
            new EncryptingCredentials(
                new SymmetricSecurityKey(encryption),
                SecurityAlgorithms.Aes256KW,
                SecurityAlgorithms.Aes256CbcHmacSha512
            )
        );
    }

    private string Keep(string name, Func<string> make)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            // Written whole under another name first: a start that is cut short leaves no half of a key.
            var unfinished = Path.Combine(folder, Path.GetRandomFileName());
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(unfinished, options))
            {
                writer.Write(make());
            }

            try
            {
                File.Move(unfinished, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process on the same folder was first; its key is the one.
                File.Delete(unfinished);
            }
        }

        return File.ReadAllText(path);
    }
}
