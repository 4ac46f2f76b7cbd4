internal import CNettle

/// A running SHA-256 over parts given one after another.
///
/// - Source: FIPS 180-4, section 6.2; computed by Nettle, which uses the processor's own instructions where it has them.
package struct SHA256: Sendable {
    private var context = sha256_ctx()

    /// A digest over nothing so far.
    package init() {
        nettle_sha256_init(&context)
    }

    /// Appends bytes. Parts are simply joined: where their borders must count, the caller adds lengths or separators.
    ///
    /// Contiguous collections (`[UInt8]`, `String.UTF8View`, buffer pointers, slices of them) are read in place; others are copied first.
    package mutating func update(_ bytes: some Collection<UInt8>) {
        let readInPlace: Void? = bytes.withContiguousStorageIfAvailable { append($0) }
        if readInPlace == nil {
            Array(bytes).withUnsafeBufferPointer { append($0) }
        }
    }

    /// The digest of all parts so far: 64 lower-case hexadecimal digits, without a prefix. More parts may follow.
    package func hexDigest() -> String {
        var finishing = context
        let digest = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SHA256_DIGEST_SIZE)) { buffer in
            buffer.initialize(repeating: 0)
            if let start = buffer.baseAddress {
                nettle_sha256_digest(&finishing, buffer.count, start)
            }
            return Array(buffer)
        }
        return String(unsafeUninitializedCapacity: digest.count * 2) { output in
            for (index, byte) in digest.enumerated() {
                output[index * 2] = Self.digit(byte >> 4)
                output[index * 2 + 1] = Self.digit(byte & 0xF)
            }
            return digest.count * 2
        }
    }

    /// The digest of one run of bytes, as `hexDigest()` writes it.
    package static func hexDigest(of bytes: some Collection<UInt8>) -> String {
        var digest = SHA256()
        digest.update(bytes)
        return digest.hexDigest()
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        // An empty buffer has no address, and Nettle wants one.
        guard let start = bytes.baseAddress else { return }
        nettle_sha256_update(&context, bytes.count, start)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
